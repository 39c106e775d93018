#include <algorithm>

#include "guatu/base/percent.hpp"
#include "guatu/http/answers/known_answer.hpp"
#include "guatu/http/handlers/handlers.hpp"
#include "guatu/http/query/query_reader.hpp"
#include "guatu/json/draft_codec.hpp"
#include "guatu/ports/digest.hpp"
#include "guatu/usecases/reporting/dekad_lines.hpp"

namespace guatu::http {
namespace {

usecases::PaperSize size_finder(Context& context) {
  return [&context](ports::Store& store, const std::string& digest) { return context.paper_sizes.find(store, digest); };
}

Result<reporting::PaperRef> find_paper(const usecases::Known& known, const std::vector<std::string>& holes) {
  for (const auto& publication : known.publications) {
    if (format_dekad(publication.dekad) != holes[0] || std::to_string(publication.revision) != holes[1]) continue;
    const auto paper = std::ranges::find(publication.papers, holes[2], &reporting::PaperRef::name);
    if (paper != publication.papers.end()) return *paper;
  }
  return make_error(ErrorKind::NotFound, holes[2],
                    "没有这份通报文件：" + holes[0] + " 第" + holes[1] + "版 " + holes[2],
                    "there is no such file: " + holes[0] + ", revision " + holes[1] + ", " + holes[2]);
}

/// Only what a page shows beside its text stays in the window; it may stand in a frame of the service's own page.
Response paper_response(const std::string& name, std::string bytes) {
  const bool is_pdf = name.ends_with(".pdf");
  auto response = make_response(200, std::string(json::paper_media_type(name)), std::move(bytes));
  response.with("Content-Disposition",
                std::string(is_pdf ? "inline" : "attachment") + "; filename*=UTF-8''" + percent_encoded(name));
  if (is_pdf)
    response.with("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'")
        .with("X-Frame-Options", "SAMEORIGIN");
  return response;
}

}  // namespace

Answer answer_dekads(Context& context, const Call& call) {
  QueryReader query(call.target);
  if (const auto problem = query.finish()) return *problem;
  return answer_as_known(context, call, std::nullopt, [&](const Asked& asked) -> Result<std::string> {
    const auto& known = asked.known();
    GUATU_TRY(const auto publications,
              usecases::load_publication_lines(asked.store, known.head.seq, size_finder(context)));
    return json::encode_dekads(known.campaign().id, known.head.seq, usecases::dekad_lines(known), publications,
                               kApiBase);
  });
}

Answer answer_bulletins(Context& context, const Call& call) {
  QueryReader query(call.target);
  if (const auto problem = query.finish()) return *problem;
  return answer_as_known(context, call, std::nullopt, [&](const Asked& asked) -> Result<std::string> {
    const auto& known = asked.known();
    GUATU_TRY(const auto publications,
              usecases::load_publication_lines(asked.store, known.head.seq, size_finder(context)));
    return json::encode_bulletins(known.campaign().id, known.head.seq, publications, kApiBase);
  });
}

/// Published bytes never change: their digest is their tag, whatever was recorded since.
Answer answer_bulletin_file(Context& context, const Call& call) {
  QueryReader query(call.target);
  if (const auto problem = query.finish()) return *problem;
  auto response = context.stores.read([&](telemetry::WatchedStore& store) -> Result<Response> {
    GUATU_TRY(const auto head, store.find_head());
    GUATU_TRY(const auto ledger, context.ledgers.load(store, head));
    GUATU_TRY(const auto paper, find_paper(*ledger, call.holes));
    const auto tag = "\"" + paper.digest + "\"";
    if (client_has(call.request, tag)) return Response{304, {{"ETag", tag}}};
    GUATU_TRY(auto bytes, store.load_blob(paper.digest));
    auto found = paper_response(paper.name, std::move(bytes));
    return std::move(found.with("ETag", tag).with("Cache-Control", "private, no-cache"));
  });
  if (!response) return std::move(response).error();
  return *std::move(response);
}

Answer answer_bulletin_draft(Context& context, const Call& call) {
  QueryReader query(call.target);
  if (const auto problem = query.finish()) return *problem;
  return answer_as_known(context, call, std::nullopt, [&](const Asked& asked) -> Result<std::string> {
    const auto& known = asked.known();
    GUATU_TRY(const auto draft, context.draft.find(asked.store, known, context.office.render_papers));
    json::DraftDocument document{known.campaign().id,
                                 known.head.seq,
                                 draft->dekad,
                                 draft->as_of,
                                 static_cast<std::int64_t>(draft->characters),
                                 {}};
    for (const auto& paper : draft->papers)
      document.papers.push_back(
          {paper.name, static_cast<std::int64_t>(paper.bytes.size()), ports::sm3_hex(paper.bytes)});
    return json::encode_draft(document, kApiBase);
  });
}

/// Another head may give another draft, so its bytes are tagged by what they are.
Answer answer_draft_file(Context& context, const Call& call) {
  QueryReader query(call.target);
  if (const auto problem = query.finish()) return *problem;
  auto response = context.stores.read([&](telemetry::WatchedStore& store) -> Result<Response> {
    GUATU_TRY(const auto head, store.find_head());
    GUATU_TRY(const auto ledger, context.ledgers.load(store, head));
    GUATU_TRY(const auto draft, context.draft.find(store, *ledger, context.office.render_papers));
    const auto paper = std::ranges::find(draft->papers, call.holes[0], &reporting::Paper::name);
    if (paper == draft->papers.end())
      return make_error(ErrorKind::NotFound, call.holes[0], "草稿里没有这份文件：" + call.holes[0],
                        "the draft has no such file: " + call.holes[0]);
    const auto tag = "\"" + ports::sm3_hex(paper->bytes) + "\"";
    if (client_has(call.request, tag)) return Response{304, {{"ETag", tag}}};
    auto found = paper_response(paper->name, paper->bytes);
    return std::move(found.with("ETag", tag).with("Cache-Control", "private, no-cache"));
  });
  if (!response) return std::move(response).error();
  return *std::move(response);
}

}  // namespace guatu::http
