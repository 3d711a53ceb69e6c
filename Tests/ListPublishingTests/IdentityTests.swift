import ListModel
import Testing

@testable import ListPublishing

struct IdentityTests {
  /// The examples of FIPS 180-4 and the empty message.
  @Test(arguments: [
    ("", "da39a3ee5e6b4b0d3255bfef95601890afd80709"),
    ("abc", "a9993e364706816aba3e25717850c26c9cd0d89d"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "84983e441c3bd26ebaae4aa1f95129e5e54670f1"
    ),
    (String(repeating: "a", count: 1_000), "291e9a6c66994949b57ba5e650361e98fc36b1ba"),
  ])
  func digestsAreThoseOfTheStandard(message: String, digest: String) {
    let digits = SHA1.digest(of: Array(message.utf8)).map { byte in
      String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
    }
    #expect(digits.joined() == digest)
  }

  /// The value was computed by Python's `uuid.uuid5` with the same namespace.
  @Test func aNameGivesTheSameUUIDAsElsewhere() {
    #expect(
      NameUUID("owner/list", "github.com/o/n").urn
        == "urn:uuid:824ebaa4-d33c-5a10-aa36-9cf772e70071")
  }

  @Test func aRepairedLinkKeepsTheIdentity() {
    let before = SampleCatalog.of(.tracked("A", "http://a.org", [.on(1, .added)]))
    let after = SampleCatalog.of(
      .tracked("A", "https://b.org", [.on(1, .added), .on(2, .edited)], firstLink: "http://a.org"))
    #expect(identity(of: 0, in: before) == identity(of: 0, in: after))
    let other = SampleCatalog.of(.tracked("A", "https://b.org", [.on(1, .added)]))
    #expect(identity(of: 0, in: before) != identity(of: 0, in: other))
  }

  @Test func anotherEntryWithAFormerLinkHasAnIdentityOfItsOwn() {
    let catalog = SampleCatalog.of(
      .tracked("New", "https://a.org", [.on(9, .added)]),
      .tracked("Old", "https://a.org", [.on(1, .added), .on(3, .removed)], isRemoved: true))
    let alone = SampleCatalog.of(.tracked("Old", "https://a.org", [.on(1, .added)]))
    #expect(identity(of: 0, in: catalog) != identity(of: 1, in: catalog))
    #expect(identity(of: 1, in: catalog) == identity(of: 0, in: alone))
  }

  @Test func anEntryWithoutALinkIsKnownByItsTitle() {
    let catalog = SampleCatalog.of(.onPage("A", nil, day: 1), .onPage("B", nil, day: 1))
    #expect(identity(of: 0, in: catalog) != identity(of: 1, in: catalog))
  }

  private func identity(of entry: Int, in catalog: Catalog) -> NameUUID {
    EntryIdentities(of: ListIndex(0), in: catalog).identity(of: EntryIndex(entry))
  }
}
