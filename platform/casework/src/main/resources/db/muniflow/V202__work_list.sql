create table muniflow.work_item (
    task_id varchar(64) not null,
    group_id varchar(255) not null,
    first_row boolean not null,
    case_number varchar(255),
    process_key varchar(255) not null,
    process_instance_id varchar(64) not null,
    element_id varchar(255) not null,
    name varchar(255) not null,
    assignee varchar(255),
    due_at timestamp with time zone not null,
    created_at timestamp with time zone not null,
    primary key (task_id, group_id)
);
create index work_item_team on muniflow.work_item (group_id, due_at, task_id);
create index work_item_person on muniflow.work_item (assignee, due_at, task_id);
create index work_item_case on muniflow.work_item (case_number);
