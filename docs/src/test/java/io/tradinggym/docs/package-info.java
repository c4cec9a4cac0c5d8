/** Tests that what the documentation says of the code is so. */
@NullMarked
package io.tradinggym.docs;

import org.jspecify.annotations.NullMarked;
