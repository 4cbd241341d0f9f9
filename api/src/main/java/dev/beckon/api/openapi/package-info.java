/// The description of the HTTP interface, made from the routes and their records.
@NullMarked
package dev.beckon.api.openapi;

import org.jspecify.annotations.NullMarked;
