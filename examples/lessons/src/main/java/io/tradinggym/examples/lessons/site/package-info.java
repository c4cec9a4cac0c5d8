/** The lessons as one folder of HTML pages that need nothing else: {@link io.tradinggym.examples.lessons.site.Site}. */
@NullMarked
package io.tradinggym.examples.lessons.site;

import org.jspecify.annotations.NullMarked;
