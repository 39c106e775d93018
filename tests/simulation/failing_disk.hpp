#pragma once

/// A disk under SQLite that fails when it is told to, or on which the program dies in the middle of a write. While nothing
/// is ordered it is the system's own. One for the whole program; not for use from several threads.
namespace guatu::simulation::failing_disk {

enum class Failure {
  None,
  Full,        ///< No room: from the write on, none succeeds.
  WriteFails,  ///< From the write on, none succeeds.
  SyncFails,   ///< From the sync on, none succeeds.
  Killed,      ///< Half of the write arrives, then nothing of this program arrives any more.
};

/// Puts itself under every store that is opened from now on.
void install();

/// The `after`-th write (or sync) from now fails, and those that follow, until `order(None, 0)`.
void order(Failure failure, int after);

/// It has come to the failure since it was ordered.
[[nodiscard]] bool has_struck();

}  // namespace guatu::simulation::failing_disk
