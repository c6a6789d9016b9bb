create index staff_relations_staff on staff_relations (district, staff_id);
