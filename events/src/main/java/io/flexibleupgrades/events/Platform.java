package io.flexibleupgrades.events;

/**
 * A platform distribution: the version is its name, the digest its identity.
 *
 * @param digest of the distribution's bundle; two distributions of one version can differ
 */
public record Platform(PlatformVersion version, Digest digest) {}
