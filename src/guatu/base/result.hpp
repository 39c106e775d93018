#pragma once

#include <type_traits>
#include <utility>
#include <variant>

#include "guatu/base/contract.hpp"
#include "guatu/base/error.hpp"

/// A value or an expected failure. Member names are those of `std::expected`.
namespace guatu {

template <typename T>
class [[nodiscard]] Result {
 public:
  using value_type = T;

  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}

  [[nodiscard]] bool has_value() const { return state_.index() == 0; }
  explicit operator bool() const { return has_value(); }

  [[nodiscard]] T& value() & {
    GUATU_REQUIRE(has_value());
    return std::get<0>(state_);
  }
  [[nodiscard]] const T& value() const& {
    GUATU_REQUIRE(has_value());
    return std::get<0>(state_);
  }
  [[nodiscard]] T&& value() && {
    GUATU_REQUIRE(has_value());
    return std::get<0>(std::move(state_));
  }
  [[nodiscard]] T& operator*() & { return value(); }
  [[nodiscard]] const T& operator*() const& { return value(); }
  [[nodiscard]] T&& operator*() && { return std::move(*this).value(); }
  [[nodiscard]] T* operator->() { return &value(); }
  [[nodiscard]] const T* operator->() const { return &value(); }

  [[nodiscard]] const Error& error() const& {
    GUATU_REQUIRE(!has_value());
    return std::get<1>(state_);
  }
  [[nodiscard]] Error&& error() && {
    GUATU_REQUIRE(!has_value());
    return std::get<1>(std::move(state_));
  }

  template <typename U>
  [[nodiscard]] T value_or(U&& fallback) const& {
    return has_value() ? std::get<0>(state_) : static_cast<T>(std::forward<U>(fallback));
  }

 private:
  std::variant<T, Error> state_;
};

/// Done, or an expected failure.
template <>
class [[nodiscard]] Result<void> {
 public:
  Result() = default;
  Result(Error error) : error_(std::in_place_index<1>, std::move(error)) {}

  [[nodiscard]] bool has_value() const { return error_.index() == 0; }
  explicit operator bool() const { return has_value(); }
  [[nodiscard]] const Error& error() const& {
    GUATU_REQUIRE(!has_value());
    return std::get<1>(error_);
  }
  [[nodiscard]] Error&& error() && {
    GUATU_REQUIRE(!has_value());
    return std::get<1>(std::move(error_));
  }

 private:
  std::variant<std::monostate, Error> error_;
};

}  // namespace guatu

#define GUATU_CONCAT_INNER(a, b) a##b
#define GUATU_CONCAT(a, b) GUATU_CONCAT_INNER(a, b)

/// `GUATU_TRY(auto day, parse_iso(text));` declares `day`, or returns the error from the enclosing function.
#define GUATU_TRY(declaration, expression)                           \
  auto GUATU_CONCAT(guatu_result_, __LINE__) = (expression);         \
  if (!GUATU_CONCAT(guatu_result_, __LINE__).has_value())            \
    return std::move(GUATU_CONCAT(guatu_result_, __LINE__)).error(); \
  declaration = *std::move(GUATU_CONCAT(guatu_result_, __LINE__))

/// The same for `Result<void>`.
#define GUATU_CHECK(expression)                                                                                      \
  if (auto GUATU_CONCAT(guatu_result_, __LINE__) = (expression); !GUATU_CONCAT(guatu_result_, __LINE__).has_value()) \
  return std::move(GUATU_CONCAT(guatu_result_, __LINE__)).error()
