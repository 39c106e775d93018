#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "guatu/values/date.hpp"

/// `sequence` of contract 2.
namespace guatu::json {

struct SequenceDateDocument {
  Date date;
  std::uint32_t finished = 0;
  std::optional<std::uint32_t> bound;  ///< No order of work finishes more; only of the first date.
  std::string gap;                     ///< Of the bound: "4.8%".
};

struct HopelessDocument {
  std::string project, kind;
};

struct SequenceItemDocument {
  std::string project, kind, part;
  std::optional<Date> start, finish;  ///< None: not planned by the second date.
  std::string reason, reason_en;
};

/// The rank list of one department.
struct SequenceOrderDocument {
  std::string unit, district;  ///< District empty: the city's own.
  int desks = 0;
  std::vector<SequenceItemDocument> items;
};

struct BaselineDocument {
  std::string rule, name, name_en;
  std::uint32_t first = 0, second = 0;
};

struct SequenceDocument {
  SequenceDateDocument first, second;
  std::vector<HopelessDocument> hopeless;
  std::vector<SequenceOrderDocument> order;
  std::vector<BaselineDocument> baselines;
  std::uint64_t seed = 0;
  std::int64_t iterations = 0, seconds = 0;
};

[[nodiscard]] std::string encode_sequence(const SequenceDocument& sequence);

}  // namespace guatu::json
