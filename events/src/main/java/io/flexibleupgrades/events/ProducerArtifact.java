package io.flexibleupgrades.events;

/** The artifact of a prepared producer, made with the platform that is being prepared for. */
public record ProducerArtifact(ModuleId module, Digest artifact) {}
