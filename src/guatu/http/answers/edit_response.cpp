#include "guatu/http/answers/edit_response.hpp"

#include <charconv>

#include "guatu/base/text.hpp"
#include "guatu/http/events/event_watch.hpp"
#include "guatu/json/edit_codec.hpp"
#include "guatu/ports/canonical_bytes.hpp"
#include "guatu/ports/digest.hpp"

namespace guatu::http {
namespace {

constexpr std::size_t kLongestKey = 100;

Problem bad_key() {
  return {
      400,
      "wrong_usage",
      {"Idempotency-Key 应为 1 至 100 个字符，只给一次", "Idempotency-Key has 1 to 100 characters and is given once"},
      "",
      {}};
}

Problem refusal(const usecases::EditAnswer& answer) {
  const bool forbidden = answer.end == usecases::EditEnd::Forbidden;
  Problem problem{forbidden ? 403 : 422,
                  forbidden ? "forbidden" : "refused",
                  forbidden
                      ? Bilingual{"没有权限，没有写入任何内容", "your post may not do that, and nothing was written"}
                      : Bilingual{"有不能写入的内容，整块都没有写入", "some of it cannot be written, so nothing was"},
                  "",
                  {}};
  for (const auto& fault : answer.faults) {
    auto text = fault.text;
    if (!fault.remedy.zh.empty()) text = {text.zh + "。处理：" + fault.remedy.zh, text.en + "; " + fault.remedy.en};
    problem.faults.push_back({std::move(text), fault.pointer});
  }
  return problem;
}

Response conflict(const usecases::EditAnswer& answer) {
  std::vector<json::ConflictingCell> cells;
  for (const auto& each : answer.conflicts)
    cells.push_back({each.pointer, each.project.text(), each.kind.text(), each.part, each.field, each.yours,
                     each.theirs, each.revision});
  auto response = make_response(409, kProblemType, json::encode_conflict(cells) + "\n");
  return std::move(response.with("Cache-Control", "no-store"));
}

Response done(const usecases::EditAnswer& answer) {
  json::WrittenAnswer written{answer.seq, answer.repeated, {}, {}};
  for (const auto& row : answer.rows)
    written.rows.emplace_back(json::WrittenRow{row.project.text(), row.kind.text(), row.part, row.fields},
                              row.revision);
  for (const auto& note : answer.notes)
    written.notes.push_back({note.code, note.pointer, note.text, note.remedy});
  auto response = make_response(200, kJsonType, json::encode_written(written) + "\n");
  if (answer.rows.size() == 1) response.with("ETag", "\"" + std::to_string(answer.rows.front().revision) + "\"");
  return std::move(response.with("Cache-Control", "no-store"));
}

}  // namespace

KeyReading read_request_key(const Call& call) {
  const auto values = call.request.header_values("Idempotency-Key");
  if (values.empty()) return {};
  if (values.size() > 1 || values.front().empty() || values.front().size() > kLongestKey) return {{}, bad_key()};
  std::string asked;
  ports::put_field(asked, call.request.method);
  ports::put_field(asked, call.request.target);
  ports::put_field(asked, call.request.body);
  for (const auto value : call.request.header_values("If-Match"))
    ports::put_field(asked, value);
  return {{std::string(values.front()), ports::sm3_hex(asked)}, std::nullopt};
}

IfMatch read_if_match(const Request& request) {
  const auto values = request.header_values("If-Match");
  if (values.empty())
    return {{},
            false,
            Problem{428,
                    "if_match_missing",
                    {"请在 If-Match 中写明所见的行版本（GET 同一地址的 ETag）",
                     "If-Match has to name the row's revision that you saw (the ETag of GET at the same address)"},
                    "",
                    {}}};
  auto text = trim(values.front());
  if (text == "*") return {{}, true, std::nullopt};
  if (text.starts_with("W/")) text.erase(0, 2);
  if (text.size() >= 2 && text.front() == '"' && text.back() == '"') text = text.substr(1, text.size() - 2);
  std::int64_t revision = 0;
  const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), revision);
  if (values.size() == 1 && code == std::errc{} && end == text.data() + text.size() && revision >= 0)
    return {revision, false, std::nullopt};
  return {{},
          false,
          Problem{400,
                  "wrong_usage",
                  {"If-Match 应为行版本，如 \"12\"", "If-Match is a row's revision, such as \"12\""},
                  "",
                  {}}};
}

Response answer_edit(const usecases::EditAnswer& answer) {
  switch (answer.end) {
    case usecases::EditEnd::Done:
      return done(answer);
    case usecases::EditEnd::Conflict:
      return conflict(answer);
    case usecases::EditEnd::Refused:
    case usecases::EditEnd::Forbidden:
      return make_response(refusal(answer));
  }
  return done(answer);
}

}  // namespace guatu::http
