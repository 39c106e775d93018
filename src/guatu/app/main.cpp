#include <csignal>
#include <string>
#include <vector>

#include "guatu/app/wiring.hpp"
#include "guatu/cli/command.hpp"

int main(int argc, char** argv) {
  // A file that may not grow further is an error to be told, not a signal to die of.
  std::signal(SIGXFSZ, SIG_IGN);
  const std::vector<std::string> words(argv + 1, argv + argc);
  return guatu::cli::run(words, guatu::app::wire());
}
