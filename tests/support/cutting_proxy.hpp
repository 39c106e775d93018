#pragma once

#include <atomic>
#include <string>
#include <thread>
#include <vector>

/// A network between a program and its PostgreSQL server that can be cut at the worst moment.
namespace guatu::test {

enum class Cut {
  Nowhere,
  BeforeCommit,  ///< The server never hears the word "commit".
  AfterCommit,   ///< It hears it and answers; the answer never arrives.
};

class CuttingProxy {
 public:
  /// To the server of `url`, which has one host and a port.
  explicit CuttingProxy(const std::string& url);
  CuttingProxy(const CuttingProxy&) = delete;
  CuttingProxy& operator=(const CuttingProxy&) = delete;
  ~CuttingProxy();

  /// `url` with this proxy in the place of its server.
  [[nodiscard]] std::string through(const std::string& url) const;

  /// The next commit that passes is cut so; later ones pass.
  void cut_next(Cut cut) { cut_ = cut; }
  /// Cut before the `after`-th thing that the program says from now on, whatever it is. 0: not.
  void cut_before(int after) { until_cut_ = after; }
  /// From the next cut on nobody gets through any more.
  void stay_cut() { stay_cut_ = true; }
  void mend();
  [[nodiscard]] int cuts() const { return cuts_; }

 private:
  void serve();
  void carry(int client);
  [[nodiscard]] bool cut_at(const std::string& bytes, int server);
  void count_cut();

  int listener_ = -1;
  int own_port_ = 0;
  int server_port_ = 0;
  std::atomic<Cut> cut_ = Cut::Nowhere;
  std::atomic<int> until_cut_ = 0;
  std::atomic<bool> stay_cut_ = false;
  std::atomic<bool> closed_ = false;
  std::atomic<bool> ended_ = false;
  std::atomic<int> cuts_ = 0;
  std::vector<std::thread> carriers_;
  std::thread acceptor_;
};

}  // namespace guatu::test
