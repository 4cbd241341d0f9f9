package dev.beckon.server.bootstrap;

import dev.beckon.registry.Bootstrap.WantedMember;
import dev.beckon.registry.Bootstrap.WantedWorkspace;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What shall be there after the start, whatever was there before. Nothing that exists is changed.
///
/// @param baseUrl how the outside reaches the server, null to leave that to the configuration
public record BootstrapPlan(
    @Nullable URI baseUrl, List<WantedWorkspace> workspaces, List<WantedMember> members) {}
