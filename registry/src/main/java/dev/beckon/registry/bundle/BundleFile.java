package dev.beckon.registry.bundle;

/// One file of a workspace's definitions.
///
/// @param path relative, with `/`, such as `campaigns/welcome.yaml`
public record BundleFile(String path, String text) {}
