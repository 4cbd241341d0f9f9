/// One e-mail as it goes out: who sends it, how it is written down, who takes it.
@NullMarked
package dev.beckon.delivery.email;

import org.jspecify.annotations.NullMarked;
