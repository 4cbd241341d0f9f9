@NullMarked
package dev.beckon.delivery.email.smtp;

import org.jspecify.annotations.NullMarked;
