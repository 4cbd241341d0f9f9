/// A small SMTP client: submission with TLS, AUTH, pipelining, pooling, and a deadline on
// everything.
@NullMarked
package dev.beckon.delivery.email.smtp;

import org.jspecify.annotations.NullMarked;
