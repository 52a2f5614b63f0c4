-- A person had the runs of a workflow stopped that are under way: those up to this row are, little by little, also after a restart.
alter table workflows add column stop_up_to integer;
