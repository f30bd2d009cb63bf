using System.IO.Hashing;
using System.Runtime.CompilerServices;

// A reference that nothing uses is left out of what is deployed; one forwarded type keeps it.
[assembly: TypeForwardedTo(typeof(Crc64))]
