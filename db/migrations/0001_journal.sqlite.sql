-- The journal: commits, their records, and what stands beside the chain. Only text and whole numbers, so that every engine
-- keeps the same values; bytes are base64. Text is compared bytewise (SQLite's default).
create table commits (
  seq bigint not null primary key,
  recorded_at bigint not null,
  actor text not null,
  unit text not null,
  action text not null,
  source text not null,
  reason text not null,
  record_count bigint not null,
  format bigint not null,
  previous_digest text not null,
  digest text not null
);

create table records (
  seq bigint not null references commits (seq),
  ordinal bigint not null,
  type text not null,
  subject text not null,
  body text not null,
  digest text not null,
  primary key (seq, ordinal)
);

create index records_by_subject on records (type, subject, seq, ordinal);

-- Where the newest record of every subject stands. Derived from records, never a source; verify compares it.
create table newest_records (
  type text not null,
  subject text not null,
  seq bigint not null,
  ordinal bigint not null,
  primary key (type, subject),
  foreign key (seq, ordinal) references records (seq, ordinal)
);

create table commit_personal (
  seq bigint not null references commits (seq),
  ordinal bigint not null,
  digest text not null,
  primary key (seq, ordinal)
);

create table commit_blobs (
  seq bigint not null references commits (seq),
  ordinal bigint not null,
  digest text not null,
  primary key (seq, ordinal)
);

create table personal (
  digest text not null primary key,
  salt text not null,
  value text not null
);

create table erased_personal (
  digest text not null primary key
);

create table blobs (
  digest text not null primary key,
  bytes text not null
);
