package dev.beckon.api;

import dev.beckon.api.http.HttpLimits;
import java.time.InstantSource;

/// How the API is to be served.
///
/// @param host address to listen on
/// @param baseUrl as clients reach this server, without a slash at the end
/// @param version of the server, for people
/// @param callsPerSecond what one key may make; 0 for no limit
public record ApiSettings(
    String host,
    String baseUrl,
    String version,
    InstantSource clock,
    HttpLimits limits,
    int callsPerSecond) {}
