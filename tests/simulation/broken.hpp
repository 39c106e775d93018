#pragma once

#include <stdexcept>
#include <string>

#include "guatu/base/result.hpp"

namespace guatu::simulation {

/// What must always hold did not: which clause, and how it shows.
struct Broken : std::runtime_error {
  Broken(std::string broken_clause, const std::string& what_is_wrong)
      : std::runtime_error(what_is_wrong), clause(std::move(broken_clause)) {}
  std::string clause;
};

inline void must_hold(bool holds, const char* clause, const std::string& otherwise) {
  if (!holds) throw Broken(clause, otherwise);
}

/// What was asked of the program, when it could answer.
template <typename T>
T sound(Result<T> answer) {
  if (!answer) throw Broken("rules 3: what is kept can be read", answer.error().message.en);
  return *std::move(answer);
}

/// Both as text, for things that `std::to_string` knows.
template <typename T>
void must_equal(const T& found, const T& expected, const char* clause, const std::string& what) {
  if (found != expected)
    throw Broken(clause, what + " is " + std::to_string(found) + ", must be " + std::to_string(expected));
}

}  // namespace guatu::simulation
