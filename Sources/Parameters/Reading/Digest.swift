import CLibcrypto

/// The SHA-256 digest of bytes, as 64 lower-case hexadecimal digits [FIPS180-4].
public func sha256(_ bytes: [UInt8]) -> String {
  var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
  let isWritten = carecast_sha256(bytes, bytes.count, &digest) == 1
  precondition(isWritten, "libcrypto gave no digest of \(bytes.count) bytes")
  let hexadecimal = Array("0123456789abcdef".utf8)
  let digits = digest.flatMap { [hexadecimal[Int($0 >> 4)], hexadecimal[Int($0 & 15)]] }
  return String(decoding: digits, as: UTF8.self)
}
