package import FileSystem

/// Tells which files change below folders.
///
/// The system tells where it can (inotify on Linux). Where it can't, as where too many folders are watched
/// already, the files are looked at once a second.
package final class ChangeWatcher {
  private var kernel: KernelWatch?
  private var scan: FolderScan?
  /// Why changes are found by looking, where that is so.
  package private(set) var reasonToScan: FileError?

  /// A watcher that looks at nothing yet.
  ///
  /// - Parameter asksTheSystem: Whether the system is asked to tell of changes.
  package init(asksTheSystem: Bool = true) {
    guard asksTheSystem else { return }
    do throws(FileError) {
      kernel = try KernelWatch()
    } catch {
      reasonToScan = error
    }
  }

  /// What a wait looks at; nil where it has to end after `interval` instead.
  package var descriptor: Int32? { kernel?.descriptor }

  /// How long a wait may last; nil for ever.
  package var interval: Duration? { kernel == nil ? .seconds(1) : nil }

  /// Looks at `paths` from now on, and at folders that came since.
  ///
  /// What changes after this call is told; so files are to be read behind it.
  package func watch(_ paths: WatchedPaths) {
    let tree = FolderTree(paths)
    if let kernel {
      do throws(FileError) {
        try kernel.watch(tree)
        return
      } catch {
        reasonToScan = error
        self.kernel = nil
      }
    }
    scan = FolderScan(tree)
  }

  /// The paths that changed since the last call.
  package func changes() -> [String] {
    if let kernel { return kernel.changes() }
    guard let scan else { return [] }
    let next = FolderScan(scan.tree)
    self.scan = next
    return next.changes(since: scan)
  }
}
