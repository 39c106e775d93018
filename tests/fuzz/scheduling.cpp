#include "guatu/planning/rcpsp/psplib.hpp"
#include "guatu/planning/rcpsp/solve.hpp"
#include "guatu/planning/rcpsp/validator.hpp"

#include "tests/fuzz/shipped_campaign.hpp"

using namespace guatu;
namespace rcpsp = planning::rcpsp;

/// Any bytes as an instance: refused with words and a place, or solved by a schedule that can be carried out.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr rcpsp::Activity kMostActivities = 60;
  constexpr rcpsp::Time kMostPeriods = 2'000;
  const auto instance = rcpsp::read_psplib({reinterpret_cast<const char*>(data), size}, "f.sm");
  if (!instance) {
    const auto& error = instance.error();
    fuzz::require(!error.subject.empty() && !error.message.zh.empty() && !error.message.en.empty());
    return 0;
  }
  fuzz::require(instance->size() >= 2 && std::ssize(instance->topological_order()) == instance->size());
  if (instance->size() > kMostActivities || instance->horizon() > kMostPeriods) return 0;
  const auto solution = rcpsp::solve(*instance, {40, size});
  fuzz::require(rcpsp::schedule_faults(*instance, solution.starts).empty());
  fuzz::require(solution.lower_bound <= solution.makespan && solution.makespan <= instance->horizon());
  fuzz::require(solution.starts.back() == solution.makespan);
  return 0;
}
