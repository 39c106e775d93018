#pragma once

#include "guatu/access/rights.hpp"
#include "guatu/usecases/access/acting_session.hpp"
#include "guatu/usecases/ledger/load_ledger.hpp"

/// The table of rights, asked by use cases before anything is decided.
namespace guatu::usecases {

/// What acts where nobody has to sign in: the headquarters office, which can run everything alone (rules 6).
[[nodiscard]] access::Post office_post(const campaign::Campaign& campaign);

/// The post that acts; the office's where nobody had to sign in.
[[nodiscard]] access::Post acting_post(const ActingSession& session, const campaign::Campaign& campaign);

/// Errors: `access::forbidden` when the post may not use `right` anywhere. Who runs the program on the office's machine may.
[[nodiscard]] Result<void> check_right(const ActingSession& session, access::Right right);

/// Errors: `access::forbidden` with every reason why `right` cannot be used on this row.
[[nodiscard]] Result<void> check_row(const ActingSession& session, const campaign::Campaign& campaign,
                                     access::Right right, const access::WrittenRow& row, const std::string& subject);

/// The dekad because of which units cannot write on `today`: the running one when it is locked or published, otherwise one
/// that ended and is locked, but not published yet. None: they can. Source: rules 3, "Dekad life".
[[nodiscard]] std::optional<Dekad> closed_dekad(const Known& known, Date today);

}  // namespace guatu::usecases
