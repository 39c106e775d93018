-- Heads signed by a key outside the store. Beside the chain, not part of it: a signature is made after the commit, and its
-- worth lies in the key. No reference to commits, so that a cut-off chain cannot take its signatures along unseen.
create table head_signatures (
  seq bigint not null,
  key text collate "C" not null,
  recorded_at bigint not null,
  digest text collate "C" not null,
  signature text collate "C" not null,
  signed_at bigint not null,
  primary key (seq, key)
);
