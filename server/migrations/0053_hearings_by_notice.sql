-- Somebody can be told of a hearing only by public notice (公告送达): why, sealed under the case's key. It is set after his
-- notice, later than ALL 47 wants, and whoever reads of the delay reads its reason.
alter table meetings add column sealed_notice_reason bytea;
