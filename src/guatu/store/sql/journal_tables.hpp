#pragma once

#include "guatu/store/journal_table.hpp"
#include "guatu/store/sql/journal_sql.hpp"
#include "guatu/store/sql/postgres_sql.hpp"

/// The tables that are written many rows at once.
namespace guatu::store::sql {

inline constexpr const char* kPlaceColumns[] = {"seq", "ordinal"};
inline constexpr const char* kRecordTexts[] = {"type", "subject", "body", "digest"};
inline constexpr const char* kDigestText[] = {"digest"};
inline constexpr const char* kPersonalTexts[] = {"digest", "salt", "value"};
inline constexpr const char* kBlobTexts[] = {"digest", "bytes"};
inline constexpr const char* kSignatureNumbers[] = {"seq", "recorded_at", "signed_at"};
inline constexpr const char* kSignatureTexts[] = {"key", "digest", "signature"};

inline constexpr JournalTable kRecords{kPlaceColumns, kRecordTexts, kInsertRecord, postgres::kInsertRecords};
inline constexpr JournalTable kCommitPersonal{kPlaceColumns, kDigestText, kInsertCommitPersonal,
                                              postgres::kInsertCommitPersonal};
inline constexpr JournalTable kCommitBlobs{kPlaceColumns, kDigestText, kInsertCommitBlob, postgres::kInsertCommitBlobs};
inline constexpr JournalTable kPersonal{{}, kPersonalTexts, kInsertPersonal, postgres::kInsertPersonal};
inline constexpr JournalTable kErasedPersonal{{}, kDigestText, kInsertErased, postgres::kInsertErased};
inline constexpr JournalTable kBlobs{{}, kBlobTexts, kInsertBlob, postgres::kInsertBlobs};
inline constexpr JournalTable kHeadSignatures{kSignatureNumbers, kSignatureTexts, kPutSignature,
                                              postgres::kInsertSignatures};

}  // namespace guatu::store::sql
