/** What the packages of this module share and nobody else sees. */
@NullMarked
package io.tradinggym.api.internal;

import org.jspecify.annotations.NullMarked;
