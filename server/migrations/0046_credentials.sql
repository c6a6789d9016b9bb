-- 执法证号 or 工作证号, as an officer shows it on site (行政许可法 art. 34); null until somebody entered it.
alter table staff add column credential_number text check (credential_number <> '');

-- 历史存量: given before this system and entered from the paper file. Its case_no is the number of that file, and no case has its case_id.
alter table licences add column imported boolean not null default false;
