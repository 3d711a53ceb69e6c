// BuiltInList: the list, tutorial, key presets and themes that are compiled in.
// Imports: nothing.
// Start at: BuiltInList.swift below.

/// The list that is compiled into the program, so that a first start has something to show.
///
/// It is the published daily page of SE-ML/awesome-seml and the README of that list (both CC0 1.0),
/// byte for byte.
public enum BuiltInList {
  /// The page as it is published: UTF-8 Markdown.
  public static var page: [UInt8] { PackageResources.awesome_seml_md }

  /// The exercises of `:tutorial`, as a list.
  public static var tutorial: [UInt8] { PackageResources.awl_tutorial_md }

  /// The README: the list itself.
  public static var readme: [UInt8] { PackageResources.awesome_seml_readme_md }
}
