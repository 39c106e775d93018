-- The journal: commits, their records, and what stands beside the chain. The same tables as on SQLite; text is compared
-- bytewise whatever the database's own order of letters is.
create table commits (
  seq bigint not null primary key,
  recorded_at bigint not null,
  actor text collate "C" not null,
  unit text collate "C" not null,
  action text collate "C" not null,
  source text collate "C" not null,
  reason text collate "C" not null,
  record_count bigint not null,
  format bigint not null,
  previous_digest text collate "C" not null,
  digest text collate "C" not null
);

create table records (
  seq bigint not null references commits (seq),
  ordinal bigint not null,
  type text collate "C" not null,
  subject text collate "C" not null,
  body text collate "C" not null,
  digest text collate "C" not null,
  primary key (seq, ordinal)
);

create index records_by_subject on records (type, subject, seq, ordinal);

-- Where the newest record of every subject stands. Derived from records, never a source; verify compares it.
create table newest_records (
  type text collate "C" not null,
  subject text collate "C" not null,
  seq bigint not null,
  ordinal bigint not null,
  primary key (type, subject),
  foreign key (seq, ordinal) references records (seq, ordinal)
);

create table commit_personal (
  seq bigint not null references commits (seq),
  ordinal bigint not null,
  digest text collate "C" not null,
  primary key (seq, ordinal)
);

create table commit_blobs (
  seq bigint not null references commits (seq),
  ordinal bigint not null,
  digest text collate "C" not null,
  primary key (seq, ordinal)
);

create table personal (
  digest text collate "C" not null primary key,
  salt text collate "C" not null,
  value text collate "C" not null
);

create table erased_personal (
  digest text collate "C" not null primary key
);

create table blobs (
  digest text collate "C" not null primary key,
  bytes text collate "C" not null
);
