// Last: everything above is only words until here.
if (able()) { begin(); if (typeof evening === 'function' && body.dataset.version !== undefined) evening(); }
