package dev.beckon.core.delivery;

import dev.beckon.core.identity.PersonKey;

/// Which message: the person, and the number that the person's own sequence gave it.
public record DeliveryId(PersonKey person, long number) {}
