#include <stdexcept>

#include "tests/store/store_factory.hpp"

namespace guatu::test {

const std::vector<StoreFactory>& all_engines() {
  static const std::vector<StoreFactory> kEngines{sqlite_factory(), postgres_factory()};
  return kEngines;
}

const StoreFactory& engine_called(const std::string& name) {
  for (const auto& engine : all_engines())
    if (engine.name == name) return engine;
  throw std::runtime_error("no engine is called " + name);
}

}  // namespace guatu::test
