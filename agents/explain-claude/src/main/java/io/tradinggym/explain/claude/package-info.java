/** Claude's synthesis of what is known about a ticker, through the official SDK. */
@NullMarked
package io.tradinggym.explain.claude;

import org.jspecify.annotations.NullMarked;
