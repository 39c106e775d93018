#pragma once

#include "guatu/http/context.hpp"
#include "guatu/http/router.hpp"

/// One function a route: read the parameters, ask, encode.
namespace guatu::http {

[[nodiscard]] Answer answer_front_page(Context& context, const Call& call);
[[nodiscard]] Answer answer_health(Context& context, const Call& call);
[[nodiscard]] Answer answer_readiness(Context& context, const Call& call);
[[nodiscard]] Answer answer_metrics(Context& context, const Call& call);
[[nodiscard]] Answer answer_campaign(Context& context, const Call& call);
[[nodiscard]] Answer answer_dekads(Context& context, const Call& call);
[[nodiscard]] Answer answer_figures(Context& context, const Call& call);
[[nodiscard]] Answer answer_leagues(Context& context, const Call& call);

}  // namespace guatu::http
