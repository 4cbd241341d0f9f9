package dev.beckon.api.manage.people;

import org.jspecify.annotations.Nullable;

/// A person, as others refer to them.
///
/// @param name attribute `name`, else first and last name, else null
public record PersonRefJson(
    String cioId, @Nullable String id, @Nullable String email, @Nullable String name) {}
