#pragma once

#include "guatu/http/context.hpp"
#include "guatu/http/door/identity.hpp"
#include "guatu/http/router.hpp"

/// From a request to who asks, and whether he may.
namespace guatu::http {

/// Errors: those of the store. A cookie or token that is none any more is nobody's.
[[nodiscard]] Result<Identity> identify(Context& context, const Request& request);

/// Why this route is not open to who asks: 401, or 403 with the reason; none when it is. A write has to bring what proves
/// that it is not another site's: the session's X-CSRF-Token, or X-Guatu-Request where nobody has to sign in.
[[nodiscard]] std::optional<Problem> entry_problem(const Context& context, const Route& route, const Call& call);

/// A session of the use cases in the name of who asks; lives no longer than the call.
[[nodiscard]] usecases::ActingSession session_for(Context& context, ports::Store& store, const Call& call);

/// The client's own address; behind the trusted proxy the one that it names.
[[nodiscard]] std::string client_address(const Context& context, const Request& request);
[[nodiscard]] bool came_by_tls(const Context& context, const Request& request);

inline constexpr std::string_view kSessionCookie = "guatu_session";
/// The secret of the session's cookie; empty when there is none.
[[nodiscard]] std::string session_secret(const Request& request);
/// The header that gives a browser its session; an empty secret takes it away.
[[nodiscard]] std::string session_cookie(const std::string& secret, bool secure);
/// What a write of the session has to bring, made from its secret.
[[nodiscard]] std::string csrf_token_of(const std::string& secret);

}  // namespace guatu::http
