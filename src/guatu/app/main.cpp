#include <string>
#include <vector>

#include "guatu/app/wiring.hpp"
#include "guatu/cli/command.hpp"

int main(int argc, char** argv) {
  const std::vector<std::string> words(argv + 1, argv + argc);
  return guatu::cli::run(words, guatu::app::wire());
}
