import Foundation
import PackagePlugin

/// Makes the YAML files of a room a part of its module, as texts.
///
/// The package manager's own embedding writes an array with a number a byte, which takes the compiler a
/// minute for each of the two rooms that have such files; a text takes none.
@main
struct EmbedTexts: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    guard let room = target as? any SourceModuleTarget else { return [] }
    let texts = room.sourceFiles.map(\.url).filter { $0.pathExtension == "yaml" }
      .sorted { $0.path < $1.path }
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedTexts.swift")
    return [
      .buildCommand(
        displayName: "Embedding the texts of \(target.name)",
        executable: try context.tool(named: "embed-texts").url,
        arguments: [output.path] + texts.map(\.path), inputFiles: texts, outputFiles: [output])
    ]
  }
}
