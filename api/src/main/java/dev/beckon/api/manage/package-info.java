/// The management API: who may do what, how requests are read and refusals are worded.
@NullMarked
package dev.beckon.api.manage;

import org.jspecify.annotations.NullMarked;
