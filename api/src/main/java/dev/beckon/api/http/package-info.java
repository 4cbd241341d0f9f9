/// Requests, responses, routes and the server that joins them; knows nothing of Beckon's subject.
@NullMarked
package dev.beckon.api.http;

import org.jspecify.annotations.NullMarked;
