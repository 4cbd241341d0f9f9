package dev.beckon.core.canary;

import org.slf4j.Logger;

/// Guilty of a library in the core.
public interface UsesALibrary extends Logger {}
