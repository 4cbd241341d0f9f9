/// From a template and a person's data to the words of one message.
@NullMarked
package dev.beckon.delivery.render;

import org.jspecify.annotations.NullMarked;
