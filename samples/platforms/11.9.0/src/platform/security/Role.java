package platform.security;

/** A role that users have and permissions are granted to. */
public record Role(String name) {}
