#pragma once

#include <string>
#include <vector>

#include "guatu/base/error.hpp"
#include "guatu/http/wire/response.hpp"

/// Why a request was not answered as asked, as application/problem+json. Source: RFC 9457; contract 5.
namespace guatu::http {

/// One thing wrong, and where: "/query/as_of" is the parameter as_of.
struct Fault {
  Bilingual text;
  std::string pointer;  ///< Empty: the request as a whole.
};

struct Problem {
  int status = 500;
  std::string code;  ///< Stable word for programs: "not_found".
  Bilingual title;
  std::string subject;  ///< What it is about: a project, a unit; may be empty.
  std::vector<Fault> faults;
};

/// The one table from kinds of errors to statuses.
[[nodiscard]] int status_of(ErrorKind kind);
[[nodiscard]] Problem problem_of(const Error& error);
[[nodiscard]] Response make_response(const Problem& problem);

/// What a handler gives back; problems and errors become responses at one place.
class Answer {
 public:
  Answer(Response response) : response_(std::move(response)) {}
  Answer(const Problem& problem) : response_(make_response(problem)) {}
  Answer(const Error& error) : response_(make_response(problem_of(error))) {}
  [[nodiscard]] Response take() && { return std::move(response_); }

 private:
  Response response_;
};

}  // namespace guatu::http
