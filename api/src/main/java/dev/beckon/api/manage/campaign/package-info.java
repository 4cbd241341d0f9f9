/// Campaigns, their numbers and journeys, and recipes, for the console.
@NullMarked
package dev.beckon.api.manage.campaign;

import org.jspecify.annotations.NullMarked;
