/// Why bytes have no next cell by RFC 4180; the words are those of each reader.
package enum CSVFlaw: Error {
  /// A quotation mark in a cell that does not begin with one.
  case quoteInside
  /// A quotation mark that opens a cell and is never closed.
  case quoteNotClosed
  /// A cell that goes on after its closing quotation mark.
  case textAfterQuote
  /// A carriage return without a line feed after it.
  case loneCarriageReturn
}
