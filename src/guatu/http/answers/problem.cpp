#include "guatu/http/answers/problem.hpp"

#include "guatu/access/rights.hpp"
#include "guatu/json/error_codec.hpp"
#include "guatu/json/problem_codec.hpp"

namespace guatu::http {

int status_of(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::WrongUsage:
      return 400;
    case ErrorKind::NotFound:
      return 404;
    case ErrorKind::Conflict:
      return 409;
    case ErrorKind::InvalidInput:
    case ErrorKind::Refused:
      return 422;
    case ErrorKind::Unsupported:
      return 501;
    case ErrorKind::StoreFailed:  // Tried again later, or at another process, it may well work.
      return 503;
    case ErrorKind::FileFailed:
    case ErrorKind::IntegrityBroken:
      return 500;
  }
  return 500;
}

Problem problem_of(const Error& error) {
  Problem problem{
      status_of(error.kind), std::string(json::error_kind_name(error.kind)), error.message, error.subject, {}};
  if (access::is_forbidden(error)) {
    problem.status = 403;
    problem.code = "forbidden";
  }
  for (const auto& reason : error.reasons)
    problem.faults.push_back({reason, ""});
  return problem;
}

Response make_response(const Problem& problem) {
  json::ProblemDocument document{problem.status, problem.code, problem.title, problem.subject, {}};
  for (const auto& fault : problem.faults)
    document.faults.emplace_back(fault.text, fault.pointer);
  auto response = make_response(problem.status, kProblemType, json::encode_problem(document) + "\n");
  response.with("Cache-Control", "no-store");
  if (problem.status == 503) response.with("Retry-After", "1");
  return response;
}

}  // namespace guatu::http
