CREATE INDEX module_producer_by_producer ON module_producer (environment, producer, module);
