import Foundation
import Parameters

extension ListedKind {
  /// What is asked on the first day.
  static let questions = ListedKind(
    id: "questions", singular: "question",
    sentence: "What is asked on the first day, with answers.",
    columns: ["Id", "Question", "Answer"],
    rows: { try Question.all(in: $0).map { [$0.id, $0.question, $0.answer] } },
    card: { id, library in
      try Question.all(in: library).first { $0.id == id }.map { question in
        var card = Card(id: id, title: question.question)
        card.add("answer", question.answer)
        return card
      }
    })

  private struct Question: Sendable {
    let id: String
    let question: String
    let answer: String

    static func all(in library: DataLibrary) throws -> [Question] {
      let name = "questions.yaml"
      return try YAMLFile.read(library.url.appendingPathComponent(name), as: name) { root in
        root.list()?.compactMap { item in
          guard let record = item.record("the question") else { return nil }
          let id = record.identifier("id")
          let question = record.text("question")
          let answer = record.text("answer")
          record.finish()
          guard let id, let question, let answer else { return nil }
          return Question(id: id, question: question, answer: answer)
        }
      }
    }
  }
}
