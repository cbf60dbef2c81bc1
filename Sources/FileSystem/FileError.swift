#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// What the operating system refused.
package struct FileError: Error, Hashable, Sendable {
  /// Why, as far as callers tell the cases apart.
  package enum Kind: Hashable, Sendable {
    case missing, notPermitted, isDirectory, notDirectory, exists, noSpace, readOnly, tooLarge,
      busy, other
  }

  /// The file or folder.
  package let path: String
  /// Why.
  package let kind: Kind
  /// Why, as a lower-case clause without full stop: "permission denied".
  package let reason: String

  /// A refusal that no system call gave.
  package init(path: String, kind: Kind, reason: String) {
    self.path = path
    self.kind = kind
    self.reason = reason
  }

  /// What was refused at `path` for the reason that another path was.
  init(path: String, reasonFrom error: FileError) {
    self.init(path: path, kind: error.kind, reason: error.reason)
  }

  /// The error that the last system call left in `errno`.
  package static func last(_ path: String) -> FileError {
    FileError(path: path, code: errno)
  }

  private init(path: String, code: Int32) {
    self.path = path
    (kind, reason) =
      switch code {
      case ENOENT: (.missing, "there is no such file or folder")
      case EACCES, EPERM: (.notPermitted, "permission denied")
      case EISDIR: (.isDirectory, "it is a folder")
      case ENOTDIR: (.notDirectory, "a part of the path is not a folder")
      case EEXIST, ENOTEMPTY: (.exists, "it is there already")
      case ENOSPC, EDQUOT: (.noSpace, "no space is left on the disk")
      case EROFS: (.readOnly, "the file system is read-only")
      case ENAMETOOLONG: (.other, "the name is too long")
      case ELOOP: (.other, "its symbolic links go round in a circle")
      case EIO: (.other, "the disk reports an input/output error")
      case EMFILE, ENFILE: (.other, "too many files are open")
      case EXDEV: (.other, "it is on another file system")
      case EADDRINUSE: (.busy, "another program listens there")
      case EBUSY: (.other, "it is in use")
      case ENOLCK, ENOTSUP: (.other, "its file system does not know how")
      default: (.other, "the system reports error \(code)")
      }
  }
}
